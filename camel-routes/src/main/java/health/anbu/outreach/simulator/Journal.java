package health.anbu.outreach.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Lines that survive a kill: {@link #append} returns when the line is on the disk.
 *
 * <p>Lines that wait while the disk is busy go together with one force, so that the disk's latency
 * limits a single sender but not the rate.
 */
final class Journal implements AutoCloseable {
  private record Entry(byte[] line, CompletableFuture<Void> written) {}

  private static final int MOST_AT_ONCE = 1000;
  private static final Entry END = new Entry(new byte[0], new CompletableFuture<>());

  private final BlockingQueue<Entry> waiting = new LinkedBlockingQueue<>();
  private final List<String> lines;
  private final FileChannel channel;
  private final Thread writer;
  private boolean closed;

  Journal(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      lines = readWholeLines();
    } catch (IOException e) {
      throw new UncheckedIOException("the simulators cannot write " + file, e);
    }
    writer = new Thread(this::write, "simulator-journal");
    writer.setDaemon(true);
    writer.start();
  }

  /** What earlier processes wrote; a line that was torn by a kill was never answered. */
  List<String> lines() {
    return lines;
  }

  private List<String> readWholeLines() throws IOException {
    ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    while (content.hasRemaining() && channel.read(content) >= 0) {
      // The channel may give less than asked for.
    }
    String text = new String(content.array(), StandardCharsets.UTF_8);
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
    channel.position(channel.size());
    return whole.lines().toList();
  }

  void append(String line) {
    Entry entry =
        new Entry((line + "\n").getBytes(StandardCharsets.UTF_8), new CompletableFuture<>());
    synchronized (this) {
      if (closed) {
        throw new IllegalStateException("the journal is closed");
      }
      waiting.add(entry);
    }
    entry.written().join();
  }

  private void write() {
    List<Entry> batch = new ArrayList<>();
    try {
      while (!batch.contains(END)) {
        batch.clear();
        batch.add(waiting.take());
        waiting.drainTo(batch, MOST_AT_ONCE);
        force(batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void force(List<Entry> batch) {
    try {
      for (Entry entry : batch) {
        ByteBuffer bytes = ByteBuffer.wrap(entry.line());
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
      channel.force(false);
      batch.forEach(entry -> entry.written().complete(null));
    } catch (IOException e) {
      batch.forEach(entry -> entry.written().completeExceptionally(e));
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    synchronized (this) {
      closed = true;
      waiting.add(END);
    }
    writer.join();
    channel.close();
  }
}
