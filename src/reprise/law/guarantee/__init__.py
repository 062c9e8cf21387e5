"""The legal guarantee of conformity: what the states' laws have in common, and what they ask.

`questions` is what each state answers for itself (one instance in each country's folder), `sale`
the facts, `period`, `timeline` and `defect` the decisions; `clock` and `duties` count the days.
"""
