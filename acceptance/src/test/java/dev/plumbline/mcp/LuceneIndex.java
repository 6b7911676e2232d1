// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Documents in Lucene, of words that somebody else has made of their texts, so that only the scoring is Lucene's. */
final class LuceneIndex implements AutoCloseable {
    private static final String WORDS = "words";
    private static final String NAME = "name";
    private static final BM25Similarity BM25 = new BM25Similarity(1.2f, 0.75f);

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    /** Makes an index of documents by name, each as its words, a word as often as it stands in it. */
    LuceneIndex(Map<String, List<String>> documents) throws IOException {
        FieldType counted = new FieldType();
        counted.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        counted.freeze();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig().setSimilarity(BM25))) {
            for (Map.Entry<String, List<String>> entry : documents.entrySet()) {
                Document document = new Document();
                document.add(new StoredField(NAME, entry.getKey()));
                document.add(new Field(WORDS, new Words(entry.getValue()), counted));
                writer.addDocument(document);
            }
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        searcher.setSimilarity(BM25);
    }

    /** Returns the scores of all documents that have any of the words. */
    Map<String, Double> scores(List<String> words) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        words.forEach(word -> any.add(new TermQuery(new Term(WORDS, word)), Occur.SHOULD));
        Map<String, Double> scores = new HashMap<>();
        for (ScoreDoc found : searcher.search(any.build(), Math.max(1, reader.numDocs())).scoreDocs) {
            scores.put(searcher.storedFields().document(found.doc).get(NAME), (double) found.score);
        }
        return scores;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }

    private static final class Words extends TokenStream {
        private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
        private final List<String> words;
        private Iterator<String> left;

        Words(List<String> words) {
            this.words = new ArrayList<>(words);
            this.left = this.words.iterator();
        }

        @Override
        public void reset() {
            left = words.iterator();
        }

        @Override
        public boolean incrementToken() {
            if (!left.hasNext()) {
                return false;
            }
            clearAttributes();
            word.append(left.next());
            return true;
        }
    }
}
