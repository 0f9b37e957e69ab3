"""Which subjects a metric can have: places and firms produce, models are used, authorities grant."""

from assets.claims.assembly.discourse import CHINA, WORLD, Subject, is_authority
from assets.claims.assembly.model import PLATFORM, STRANGER, Decision

OF_GROUPS = frozenset({"usage_share", "adopter_count", "usage_growth", "downloads", "derivative_models"})
_OF_COUNTRIES = frozenset({"model_count", "active_users", "tokens_processed", "usage_growth", "adopter_count"})
_OF_PLATFORMS = frozenset({"model_count", "active_users", "tokens_processed", "model_revenue", "usage_growth"})
_OF_MODELS = frozenset({"parameter_count", "training_cost", "derivative_models"})

_ABROAD = 0.6  # a region or city abroad, whose aid the press tells beside that of Chinese ones


def fit(subject: Subject, decision: Decision) -> float:
    """How well a subject goes with a decided metric, 0 to 1."""
    if subject.kind == "organisation" and subject.level not in {"firm", "", PLATFORM, STRANGER}:
        return 0.0
    if decision.mart == "provincial_subsidies":
        return _fit_subsidy(subject)
    if decision.mart == "ai_model_adoption":
        return _fit_model(subject, decision)
    if subject.kind in {"model", "group"}:
        return 0.0
    if subject.level == "state":
        return 0.8 if decision.family == "investment" else 0.4
    if subject.level == "region":
        return 0.4
    if subject == WORLD:
        return 0.9
    return 1.0


def _fit_subsidy(subject: Subject) -> float:
    if is_authority(subject):
        return 1.0 if subject.level != "country" else _ABROAD
    if subject.level == "state":
        return 0.7
    return 0.3 if subject == CHINA else 0.0


def _fit_model(subject: Subject, decision: Decision) -> float:
    if subject.kind == "model":
        return 0.65 if subject.makes_models and decision.metric in _OF_MODELS else 1.0
    if subject.kind == "group":
        return 1.0 if decision.metric in OF_GROUPS else 0.3
    if subject.level == PLATFORM:
        return 0.4 if decision.metric in _OF_PLATFORMS else 0.0
    if subject.kind == "organisation":
        if not subject.makes_models:
            return 0.1
        return 0.6 if decision.metric in _OF_MODELS else 0.85
    if decision.metric == "model_count" and subject.level in {"country", "world"}:
        return 0.8
    if decision.metric in _OF_COUNTRIES and subject.region and subject.level in {"country", "province", "city"}:
        about_models = decision.topic == "ai_model_adoption"
        return (0.8 if decision.metric == "model_count" else 0.55) * (1.0 if about_models else 0.7)
    if decision.metric in _OF_COUNTRIES | {"usage_share"} and subject.level in {"country", "province", "city"}:
        return 0.2  # ``Au Canada, 12 % des entreprises utilisent l'IA``
    return 0.0
