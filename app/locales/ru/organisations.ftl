# Organisations
