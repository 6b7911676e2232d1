// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record component that is shown but not compared and not part of the fingerprint, because no statement can
 * change it: the position of a PostgreSQL column, for one.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Informative {}
