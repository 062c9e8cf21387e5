from django.apps import AppConfig


class BooksConfig(AppConfig):
    name = "reprise.books"
    label = "books"
