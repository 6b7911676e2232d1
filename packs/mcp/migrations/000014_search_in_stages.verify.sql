-- SPDX-License-Identifier: Apache-2.0

SELECT 'embedding that no search by vector finds', e.id::text FROM mcp.embeddings e
WHERE e.quantized_embedding IS NULL AND public.vector_norm(e.normalized_embedding) > 0 LIMIT 10;
