-- What is counted or funded. Grain: one row per product or kind of beneficiary. Key: product_id.
select
    product_id,
    name_en,
    parent_product_id,
    unit,
    hs_code,
    isic
from {{ ref('stg_ingested__reference_products') }}
