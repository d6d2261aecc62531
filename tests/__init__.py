"""The proof of Siang Sapha: unit, integration, accessibility, journeys and architecture."""
