"""The office: where staff look after terminals, facts, cards, activities and seats."""
