"""Templates: the user's own first, then the package's; a document's text never becomes one, and none reads other files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import meta
from jinja2.loaders import split_template_path
from jinja2.sandbox import SandboxedEnvironment

from briefing.errors import RenderError

HTML, TEXT, SUBJECT, WORD = "briefing.html.j2", "briefing.txt.j2", "subject.txt.j2", "briefing.docx"
NAMES = (HTML, TEXT, SUBJECT, WORD)


def packaged_folder() -> Path:
    """The folder of the package's own templates: inside the package when installed, at the top of a checkout otherwise."""
    package = Path(__file__).parents[1]
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


class TemplateSource:
    """Finds templates in the user's folder, if there is one, and then in the package's."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folders: tuple[Path, ...] = (*((folder,) if folder is not None else ()), packaged_folder())

    def path(self, name: str) -> Path:
        """The file of a template. Raises RenderError where it is missing."""
        found: Path | None = next((f / name for f in self.folders if (f / name).is_file()), None)
        if found is None:
            raise RenderError(f"the template {name} is missing in {' and '.join(str(f) for f in self.folders)}")
        return found

    def files(self) -> tuple[Path, ...]:
        """Where each template is or may be, and whatever the Jinja templates include, in every folder."""
        environment = jinja2.Environment(autoescape=True)
        names, files = list(NAMES), []
        for name in names:
            with suppress(jinja2.TemplateNotFound):  # a way out of the folder, which nothing is read by
                files += [folder.joinpath(*split_template_path(name)) for folder in self.folders]
                if name != WORD:
                    names += {other for file in files[-len(self.folders) :] for other in _included(environment, file)} - set(names)
        return tuple(files)

    def render(self, name: str, context: Mapping[str, Any], filters: Mapping[str, Any]) -> str:
        """Render a Jinja template. Raises RenderError with the template's file and line."""
        return self.prepare(name, filters)(context)

    def prepare(self, name: str, filters: Mapping[str, Any]) -> Callable[[Mapping[str, Any]], str]:
        """Give a template as a function of its context, for one that is rendered more than once: compiling it takes the most time."""
        environment = SandboxedEnvironment(
            loader=jinja2.FileSystemLoader([str(f) for f in self.folders]),
            autoescape=name.endswith(".html.j2"),
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        environment.filters.update(filters)
        with self._errors_named(name):
            template = environment.get_template(name)

        def render(context: Mapping[str, Any]) -> str:
            with self._errors_named(name):
                return template.render(context)

        return render

    @contextmanager
    def _errors_named(self, name: str) -> Iterator[None]:
        """Turn what is wrong with a template into a RenderError that names its place."""
        try:
            yield
        except jinja2.TemplateNotFound as error:
            raise RenderError(f"the template {error.name} is missing in {' and '.join(str(f) for f in self.folders)}") from error
        except jinja2.TemplateSyntaxError as error:
            raise RenderError(f"{error.filename or name}:{error.lineno}: {error.message}") from error
        except (
            jinja2.TemplateError,
            TypeError,
            ValueError,
            LookupError,
            AttributeError,
            ArithmeticError,
            RecursionError,
            OSError,
        ) as error:
            raise RenderError(f"{self._place(error, name)}: {type(error).__name__}: {error}") from error

    def _place(self, error: BaseException, name: str) -> str:
        """The innermost line of a template in a traceback."""
        place, at = str(self.path(name)), error.__traceback__
        while at is not None:
            file = at.tb_frame.f_code.co_filename
            if any(file.startswith(str(folder)) for folder in self.folders):
                place = f"{file}:{at.tb_lineno}"
            at = at.tb_next
        return place


def _included(environment: jinja2.Environment, file: Path) -> set[str]:
    """The templates that a file names; none where it is missing or cannot be read as one."""
    try:
        return {name for name in meta.find_referenced_templates(environment.parse(file.read_text(encoding="utf-8"))) if name is not None}
    except (OSError, ValueError, jinja2.TemplateSyntaxError):
        return set()
