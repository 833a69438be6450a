"""What pages about hosts and programmes show, shaped for them."""
