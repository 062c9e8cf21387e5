"""The API as a whole: its description, and how what goes wrong inside becomes a problem."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.renderers import JSONRenderer

from reprise.kernel.refusal import Refusal
from reprise.web.api.problems import MEDIA_TYPE, BadInput, problem

DESCRIPTION: Final = """\
What is on sale, from whom, for how much, and why it is shown: for anybody, without a key.

Amounts are exact: `minor` is an integer in the currency's minor unit. Times are UTC. Lists go on
at `next` until it is null. Answers may be kept for a minute and are revalidated by `ETag`. Errors
are `application/problem+json` with a stable `code`. Too many requests from one address get 429 and
`Retry-After`."""


class Compact(JSONRenderer):
    json_dumps_params = {"ensure_ascii": False, "separators": (",", ":")}


class ReadAPI(NinjaAPI):
    def get_openapi_schema(self, **how: Any) -> OpenAPISchema:
        return _described(self)


@cache
def _described(api: ReadAPI) -> OpenAPISchema:
    """The OpenAPI document; errors have the media type that they are sent with."""
    document = NinjaAPI.get_openapi_schema(api, path_params={})
    for methods in document["paths"].values():
        for operation in methods.values():
            for status, response in operation["responses"].items():
                if int(status) >= 400:
                    response["content"] = {MEDIA_TYPE: response["content"]["application/json"]}
            operation["responses"][304] = {"description": "Not Modified"}
    return document


api: Final = ReadAPI(
    title="Reprise, the public read API",
    version="1",
    description=DESCRIPTION,
    urls_namespace="api-v1",
    openapi_url="openapi.json",
    docs_url=None,
    renderer=Compact(),
)


@api.exception_handler(Refusal)
def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    return problem(refusal)


@api.exception_handler(ValidationError)
def invalid(request: HttpRequest, failure: ValidationError) -> HttpResponse:
    return problem(
        BadInput(
            errors=[
                {"place": str(each["loc"][0]), "name": str(each["loc"][-1]), "message": each["msg"]}
                for each in failure.errors
            ]
        )
    )
