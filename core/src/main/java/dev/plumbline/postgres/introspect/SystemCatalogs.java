// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What becomes of each system catalog of PostgreSQL 14 to 18 (PostgreSQL documentation, "System Catalogs"): the list
 * against which a test holds the catalogs of every server, so that a new one cannot stay outside unseen.
 */
public enum SystemCatalogs {
    COMPARED(
            "its rows are objects of the schema, compared and planned",
            "pg_aggregate pg_am pg_attrdef pg_attribute pg_cast pg_class pg_collation pg_constraint pg_conversion"
                    + " pg_default_acl pg_description pg_event_trigger pg_extension pg_foreign_data_wrapper"
                    + " pg_foreign_server pg_foreign_table pg_index pg_language pg_namespace pg_opclass pg_operator"
                    + " pg_opfamily pg_policy pg_proc pg_publication pg_rewrite pg_sequence pg_statistic_ext"
                    + " pg_transform pg_trigger pg_ts_config pg_ts_dict pg_ts_parser pg_ts_template pg_type"
                    + " pg_user_mapping"),
    PART(
            "its rows are parts of objects that are compared",
            "pg_amop pg_amproc pg_depend pg_enum pg_inherits pg_partitioned_table pg_publication_namespace"
                    + " pg_publication_rel pg_range pg_ts_config_map"),
    NAMED("its rows are named as not modelled; --strict refuses them", "pg_seclabel pg_subscription"),
    OF_THE_SERVER(
            "its rows belong to the server and its databases, not to a schema",
            "pg_auth_members pg_authid pg_database pg_db_role_setting pg_parameter_acl pg_replication_origin"
                    + " pg_shdepend pg_shdescription pg_shseclabel pg_tablespace"),
    DATA(
            "its rows are data, or what the server finds out about data",
            "pg_largeobject pg_largeobject_metadata pg_statistic pg_statistic_ext_data pg_subscription_rel"),
    OF_EXTENSIONS("its rows are what extensions were made with", "pg_init_privs");

    private final String meaning;
    private final String catalogs;

    SystemCatalogs(String meaning, String catalogs) {
        this.meaning = meaning;
        this.catalogs = catalogs;
    }

    /** Returns in words what becomes of the rows of these catalogs. */
    public String meaning() {
        return meaning;
    }

    /** Returns every catalog with what becomes of it. */
    public static SortedMap<String, SystemCatalogs> all() {
        SortedMap<String, SystemCatalogs> all = new TreeMap<>();
        for (SystemCatalogs treatment : values()) {
            Arrays.stream(treatment.catalogs.split(" ", -1)).forEach(catalog -> all.put(catalog, treatment));
        }
        return Collections.unmodifiableSortedMap(all);
    }
}
