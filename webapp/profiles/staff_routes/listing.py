"""The list of groups as officers keep it: adding, renaming, retiring, with its history."""

from collections.abc import Callable

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.groups import service as groups
from webapp.profiles.forms import GroupForm, OverForm
from webapp.profiles.staff_routes.blueprint import bp


@bp.route("/new", methods=["GET", "POST"])
def add_group() -> str | Response:
    form = GroupForm()
    if form.validate_on_submit() and _kept(
        form, lambda: groups.add_group(form.facts, accounts.staff_id())
    ):
        flash(_("The group is on the list. Write its profile next."))
        return redirect(url_for("profiles_staff.list_profiles"))
    return render_template("profiles_staff/add_group.html", form=form)


@bp.route("/<key>/group", methods=["GET", "POST"])
def change_group(key: str) -> str | Response:
    group = groups.group_by_key(key)
    form = GroupForm(obj=group)
    if form.validate_on_submit() and _kept(
        form, lambda: groups.change_group(key, form.facts, accounts.staff_id())
    ):
        flash(_("The group is kept."))
        return redirect(url_for("profiles_staff.change_group", key=key))
    return render_template("profiles_staff/change_group.html", form=form, group=group)


@bp.post("/<key>/group/over")
def set_over(key: str) -> str | Response:
    group = groups.group_by_key(key)
    form = OverForm()
    form.validate_on_submit()
    if _kept(form, lambda: groups.set_over(key, not group.is_over, accounts.staff_id())):
        flash(_("The list of groups is kept."))
        return redirect(url_for("profiles_staff.change_group", key=key))
    return render_template(
        "profiles_staff/change_group.html", form=GroupForm(formdata=None, obj=group), group=group,
        refused=form,
    )  # fmt: skip


def _kept(form: GroupForm | OverForm, deed: Callable[[], object]) -> bool:
    """Do it; False, with the reason in the form, where it cannot be done."""
    try:
        deed()
    except groups.SortTaken:
        said = _(
            "Another group has these people of the register already: choose “Nobody” or others."
        )
        if isinstance(form, GroupForm):
            form.asks_as.errors = [said]
        else:
            form.form_errors.append(said)
        return False
    except groups.LastGroup:
        form.form_errors.append(_("It is the last group of the list: add another one first."))
        return False
    return True
