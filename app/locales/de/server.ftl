# The server
