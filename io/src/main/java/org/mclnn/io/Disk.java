package org.mclnn.io;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What is asked of a disk when a checkpoint is saved; tests put one in its place that fails. */
interface Disk {
    /** Writes a file and waits until it is on the disk. */
    void write(Path file, byte[] bytes) throws IOException;

    /** Gives a file a second name, or another name where the file system has no second ones. */
    void link(Path file, Path name) throws IOException;

    /** Gives a file another name at once, replacing what has it. */
    void move(Path file, Path name) throws IOException;

    void delete(Path file) throws IOException;

    /** Waits until the names in a folder are on the disk. */
    void force(Path folder) throws IOException;

    Disk REAL = new Disk() {
        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            try (var out =
                    new FileOutputStream(file.toFile())) { // no channel: an interrupt of the thread would close it
                out.write(bytes);
                out.getFD().sync();
            }
        }

        @Override
        public void link(Path file, Path name) throws IOException {
            try {
                Files.createLink(name, file);
            } catch (UnsupportedOperationException | FileSystemException e) {
                move(file, name);
            }
        }

        @Override
        public void move(Path file, Path name) throws IOException {
            Files.move(file, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void delete(Path file) throws IOException {
            Files.deleteIfExists(file);
        }

        @Override
        public void force(Path folder) throws IOException {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (AccessDeniedException e) { // Windows does not open folders, and keeps their names by itself
            }
        }
    };
}
