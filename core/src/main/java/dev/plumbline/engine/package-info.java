// SPDX-License-Identifier: Apache-2.0
/**
 * What the library needs from a database engine: the roles of the stages, bundled. The stages never see an engine; the
 * façade picks one by the URL.
 */
@NullMarked
package dev.plumbline.engine;

import org.jspecify.annotations.NullMarked;
