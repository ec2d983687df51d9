"""The screens. They know services; nothing knows them."""
