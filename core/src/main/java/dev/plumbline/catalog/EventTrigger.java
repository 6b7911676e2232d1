// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.List;

/** An event trigger; {@code function} is qualified and quoted. */
public record EventTrigger(ObjectKey key, String event, String function, List<String> tags, String enabled)
        implements SchemaObject {
    public EventTrigger {
        tags = List.copyOf(tags);
    }
}
