"""Groups: whom the office serves and wants to serve, as officers keep the list."""
