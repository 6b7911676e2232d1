// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

/** The forms in which a review is shown: those of every value, and two for services that show findings beside lines. */
enum ReviewFormat {
    text,
    json,
    markdown,
    sarif,
    github
}
