// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

/** The forms in which a value is shown. */
enum Format {
    text,
    json,
    markdown
}
