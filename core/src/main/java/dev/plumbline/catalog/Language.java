// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;

/** A procedural language; the functions are qualified and quoted. */
public record Language(
        ObjectKey key, boolean trusted, Optional<String> handler, Optional<String> inline, Optional<String> validator)
        implements Accessory {}
