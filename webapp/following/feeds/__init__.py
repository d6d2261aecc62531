"""What a person fetches: news as Atom, sounds as a podcast, days as a calendar."""
