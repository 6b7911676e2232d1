// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.ObjectKey;
import java.util.Set;

/**
 * What a group of steps may change: these objects, and all that is part of them.
 *
 * @param objects in no order
 * @param scaffolds names in lower case of what is neither in the actual nor in the desired catalog, but made on the way
 * @param built the relations of indexes that are built or dropped, where nothing else of them is changed
 * @param found those of them whose index is there already, so that what came before may have changed it
 */
record Footprint(Set<ObjectKey> objects, Set<String> scaffolds, Set<ObjectKey> built, Set<ObjectKey> found) {}
