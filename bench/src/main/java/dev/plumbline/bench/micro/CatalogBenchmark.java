// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.micro;

import dev.plumbline.Engines;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Fingerprint;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.plan.Planner;
import dev.plumbline.plan.Step;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What is done with catalogs of many tables: building one, fingerprints, comparing two, ordering the steps. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class CatalogBenchmark {
    @Param({"100", "1000", "10000"})
    private int tables;

    private Catalog empty = SampleCatalog.of(0);
    private Catalog one = SampleCatalog.of(0);
    private Catalog same = SampleCatalog.of(0);

    /** Makes the catalogs that are compared. */
    @Setup
    public void make() {
        empty = SampleCatalog.of(0);
        one = SampleCatalog.of(tables);
        same = SampleCatalog.of(tables);
    }

    /** Makes the objects and the catalog. */
    @Benchmark
    public Catalog build() {
        return SampleCatalog.of(tables);
    }

    /** Hashes every object of a fresh catalog. */
    @Benchmark
    public Fingerprint fingerprint() {
        return SampleCatalog.of(tables).fingerprint();
    }

    /** Compares two catalogs that do not differ. */
    @Benchmark
    public Gap gapOfEqualCatalogs() {
        return GapFinder.between(one, same);
    }

    /** Finds everything missing, writes the actions and sorts them. */
    @Benchmark
    public List<Step> planOfEverything() {
        return new Planner(Engines.forId("postgres").actionWriter()).steps(GapFinder.between(empty, one));
    }
}
