"""The rules of surveys: what is asked, how answers are counted, what may be shown. Plain Python."""
