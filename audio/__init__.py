"""Documents as sound: text to speech without a network, and books one can move about in.

`speech.say` speaks a text, `book.make_mp3` a whole Document; `engines` holds one voice a file.
"""
