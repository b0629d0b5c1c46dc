"""Values: words, dates, quantities and places; what they mean and how they compare."""
