-- SPDX-License-Identifier: Apache-2.0

-- What was filled in goes with its columns, in the way down of 000003.
SELECT 1;
