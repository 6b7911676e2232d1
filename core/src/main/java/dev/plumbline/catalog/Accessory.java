// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

/**
 * What a database has beside relations, types and code: what it publishes, how it searches and converts text, casts,
 * operators, and the way to foreign servers. No statement of an application names most of them.
 */
public sealed interface Accessory extends SchemaObject
        permits AccessMethod,
                Cast,
                Conversion,
                ForeignDataWrapper,
                ForeignServer,
                Language,
                Operator,
                OperatorClass,
                OperatorFamily,
                Publication,
                TextSearchConfiguration,
                TextSearchDictionary,
                TextSearchParser,
                TextSearchTemplate,
                Transform,
                UserMapping {}
