"""The site. `create_app()` joins the parts; nothing of ours imports this module."""

from webapp import extensions, features, shared
from webapp.config import Config
from webapp.shared.site import Site


def create_app(config: Config | None = None) -> Site:
    """Build the site.

    Arguments: `config`, all settings; without it they are read from the environment.
    Raises `ConfigError` where a setting that production needs is missing.
    """
    settings = config or Config.from_env()
    settings.make_folders()
    app = Site(__name__, instance_path=str(settings.INSTANCE_DIR))
    app.config.from_mapping(settings.for_flask())
    app.trust_proxies(settings.TRUSTED_PROXIES)
    extensions.init_app(app)
    shared.init_app(app, settings, features.JOBS, features.IMPORTERS)
    app.jinja_env.globals["menus"] = features.MENUS
    app.extensions |= {"searched": features.SEARCHED, "searched_pages": features.SEARCHED_PAGES}
    app.extensions["line_hearers"] = features.LINE_HEARERS
    app.extensions["letter_readers"] = features.LETTER_READERS
    for blueprint in features.BLUEPRINTS:
        app.register_blueprint(blueprint)
    for listeners in features.LISTENERS:
        listeners.connect()
    for group in features.COMMANDS:
        app.cli.add_command(group)
    return app
