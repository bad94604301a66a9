# Accounts

# Whom a browser knows
sign-in-remember = This browser is mine: let it know me for half a year
sign-in-remember-hint = Wrong tries of others cannot hold you up in a browser that knows you. Otherwise it knows you until you close it. It asks for name and password all the same.
account-browsers = Browsers that know you
account-browsers-says = You have signed in in them before. Tries in them are counted apart, so that nobody who only knows your name can keep you out.
account-browsers-known = { $count ->
    [0] No browser knows you.
    [one] { $shown } browser knows you.
   *[other] { $shown } browsers know you.
}
account-browsers-forget = Forget them all

# Recovery codes without a second factor
account-codes = Recovery codes
account-codes-says = Ten one-time codes. With one of them, beside your password, you get in from any browser even while somebody keeps trying your name.
account-codes-left = { $count ->
    [0] You have none.
    [one] { $shown } code is left.
   *[other] { $shown } codes are left.
}
account-codes-new = They are shown only now. Each works once: type it into the field for the code when you sign in. Write them down on paper or keep them in a password manager.

# What is wrong with names, reasons, tries
wrong-invisible = { $field }: it holds characters that nobody sees. Please type it anew.
wrong-looks-taken = { $field }: it looks like a name that is taken already.
wrong-no-letters = { $field }: please say it in words.
wrong-too-soon = { $field }: too many tries. Please wait a few minutes.

# The demonstration
demo-no-approvals = In the demonstration nobody can ask for this or agree to it: one person is everybody there.
