// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;

/**
 * A cast between two types; the key's path is the source and the target as {@code format_type} writes them.
 *
 * @param method {@code f} for a function, {@code i} for the types' text forms, {@code b} for none at all
 * @param function with argument types, qualified and quoted
 * @param context {@code e} for explicit casts alone, {@code a} in assignments too, {@code i} anywhere
 */
public record Cast(ObjectKey key, String method, Optional<String> function, String context) implements Accessory {}
