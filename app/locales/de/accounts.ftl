# Accounts

# Wen ein Browser kennt
sign-in-remember = Dieser Browser gehört mir: Er soll mich ein halbes Jahr lang kennen
sign-in-remember-hint = In einem Browser, der Sie kennt, halten falsche Versuche anderer Sie nicht auf. Sonst kennt er Sie, bis Sie ihn schließen. Nach Name und Passwort wird trotzdem gefragt.
account-browsers = Browser, die Sie kennen
account-browsers-says = In ihnen haben Sie sich schon angemeldet. Versuche in ihnen werden für sich gezählt, damit niemand, der nur Ihren Namen weiß, Sie aussperren kann.
account-browsers-known = { $count ->
    [0] Kein Browser kennt Sie.
    [one] { $shown } Browser kennt Sie.
   *[other] { $shown } Browser kennen Sie.
}
account-browsers-forget = Alle vergessen

# Ersatzcodes ohne zweiten Faktor
account-codes = Ersatzcodes
account-codes-says = Zehn Codes für je eine Anmeldung. Mit einem davon kommen Sie, zusammen mit Ihrem Passwort, aus jedem Browser herein, auch während jemand Passwörter zu Ihrem Namen durchprobiert.
account-codes-left = { $count ->
    [0] Sie haben keine.
    [one] { $shown } Code ist übrig.
   *[other] { $shown } Codes sind übrig.
}
account-codes-new = Sie werden nur jetzt gezeigt. Jeder gilt einmal: Geben Sie ihn bei der Anmeldung in das Feld für den Code ein. Schreiben Sie sie auf Papier oder legen Sie sie in einen Passwortspeicher.

# Was an Namen, Gründen, Versuchen nicht stimmt
wrong-invisible = { $field }: darin sind Zeichen, die niemand sieht. Bitte tippen Sie es neu.
wrong-looks-taken = { $field }: das sieht aus wie ein Name, der schon vergeben ist.
wrong-no-letters = { $field }: bitte sagen Sie es in Worten.
wrong-too-soon = { $field }: zu viele Versuche. Bitte warten Sie einige Minuten.

# Die Vorführung
demo-no-approvals = In der Vorführung kann das niemand beantragen und niemand zustimmen: Dort ist eine Person alle zugleich.
