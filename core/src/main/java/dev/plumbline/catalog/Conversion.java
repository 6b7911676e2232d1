// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

/** A conversion between two character encodings; {@code function} is qualified and quoted. */
public record Conversion(ObjectKey key, String from, String to, String function, boolean isDefault)
        implements Accessory {}
