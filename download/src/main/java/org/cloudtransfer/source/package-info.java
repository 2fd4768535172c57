/**
 * The old cloud as its databases show it. One class per table of the archive holds the SELECT and
 * what becomes of a row; {@link org.cloudtransfer.source.Rows} runs them.
 *
 * <p>Which columns a SELECT names follows from a {@link org.cloudtransfer.source.Schema}: what the
 * database really has, never what its version number promises, because databases may be half
 * upgraded. <em>Withheld</em> is a row that cannot go into the archive; <em>superseded</em> is one
 * that the service itself would not see, because another one with the same key comes after it.
 */
package org.cloudtransfer.source;
