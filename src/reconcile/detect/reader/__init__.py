"""A small trained model that reads two sentences together: do they clash, agree, or neither."""
