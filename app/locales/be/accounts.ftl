# Accounts
