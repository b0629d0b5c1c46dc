"""How accurate and how fast: against pairs with known answers, and over as many claims as one likes."""
