"""Who is registered for what becomes waste: one check, and each state answers for itself.

`questions.py` is what each state answers (`<country>/producers.py` has the answers, `Unread` where
there is none); `seller.py` asks them.
"""
