"""What people do with the domain, one module per job; `ports` names what they need of the outside."""
