"""What the answers say about the questions, for the committee and the class: pages of text, which compute nothing."""
