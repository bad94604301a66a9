# Donors and designations
