# Calls and their rules
