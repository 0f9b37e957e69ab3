select product_id, name_en, parent_product_id, unit, hs_code, isic
from {{ source('ingested', 'reference_products') }}
