"""What the pages of hosts and programmes show, shaped for them."""
