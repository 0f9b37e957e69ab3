select organisation_id, name, kind, country, home_place_id, sector, aliases
from {{ source('ingested', 'reference_organisations') }}
