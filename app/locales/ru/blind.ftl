# Blind review
