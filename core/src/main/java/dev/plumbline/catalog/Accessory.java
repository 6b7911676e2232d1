// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

/**
 * What a database has beside relations, types and code: what it publishes, how it searches and converts text, casts,
 * operators, the way to foreign servers, and what is set for the whole file. No statement of an application names most of them.
 */
public sealed interface Accessory extends SchemaObject
        permits AccessMethod,
                Cast,
                Conversion,
                DatabaseSetting,
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
