using System.Security.Cryptography;

namespace FromScratch;

/// <summary>How far the download of a file is, in bytes.</summary>
/// <param name="File">Its name.</param> <param name="Received">So many.</param> <param name="Size">Of so many.</param>
public sealed record Download(string File, long Received, long Size);

/// <summary>A file that others publish, with what it must be.</summary>
internal sealed record RemoteFile(string Name, int Size, string Sha256);

/// <summary>A folder that is filled from mirrors, in which a file is either whole and right or not there.</summary>
internal sealed class Downloads(string folder, IReadOnlyList<Uri> mirrors, double patienceSeconds = 30)
{
    /// <summary>The folder, with all files in it; <see cref="IOException"/> where that cannot be.</summary>
    public string Get(IReadOnlyList<RemoteFile> files, IProgress<Download>? progress, CancellationToken cancellation)
    {
        bool Lacks(RemoteFile file) => !IsRight(file, Path.Combine(folder, file.Name));
        try
        {
            // A folder that has them may be somebody else's, to be read only.
            if (!files.Any(Lacks)) return folder;
            Directory.CreateDirectory(folder);
            // Two kernels that start at once: the second waits, and finds the files.
            using var turn = Turn(cancellation);
            foreach (var file in files.Where(Lacks)) Get(file, progress, cancellation).GetAwaiter().GetResult();
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{e.Message} To do it by hand, put the files {string.Join(", ", files.Select(file => file.Name))} "
                + $"into {folder}, or into a folder that the variable FROMSCRATCH_DATA names.", e);
        }
    }

    private FileStream Turn(CancellationToken cancellation)
    {
        for (var waited = 0; ; waited++)
        {
            cancellation.ThrowIfCancellationRequested();
            try { return new(Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None); }
            // 11 on Linux, 35 on macOS, 32 on Windows: another has it. Ten minutes are more than a download takes.
            catch (IOException e) when ((e.HResult & 0xffff) is 11 or 35 or 32 && waited < 6000) { Thread.Sleep(100); }
        }
    }

    private async Task Get(RemoteFile file, IProgress<Download>? progress, CancellationToken cancellation)
    {
        var (path, part, reasons) = (Path.Combine(folder, file.Name), Path.Combine(folder, file.Name + ".part"), new List<string>());
        foreach (var mirror in mirrors)
        {
            void Because(string reason) => reasons.Add($"{mirror.Host}: {reason}");
            try
            {
                await Receive(new(mirror, file.Name), file, part, progress, cancellation).ConfigureAwait(false);
                File.Move(part, path, overwrite: true);
                return;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested) { Because($"nothing came for {patienceSeconds} s"); }
            // A mirror that hangs up is an IOException, as is a full disk.
            catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException) { Because(e.Message); }
            finally { File.Delete(part); }
        }
        throw new IOException($"{file.Name} could not be downloaded ({string.Join("; ", reasons)}).");
    }

    private async Task Receive(Uri uri, RemoteFile file, string part, IProgress<Download>? progress, CancellationToken cancellation)
    {
        var patience = TimeSpan.FromSeconds(patienceSeconds);
        using var stalled = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var client = new HttpClient { Timeout = patience };
        using (var body = await client.GetStreamAsync(uri, cancellation).ConfigureAwait(false))
        using (var kept = new FileStream(part, FileMode.Create))
        {
            var (buffer, received) = (new byte[1 << 16], 0L);
            stalled.CancelAfter(patience);
            for (int count; received <= file.Size && (count = await body.ReadAsync(buffer, stalled.Token).ConfigureAwait(false)) > 0;)
            {
                kept.Write(buffer, 0, count);
                received += count;
                progress?.Report(new(file.Name, received, file.Size));
                stalled.CancelAfter(patience);
            }
        }
        if (!IsRight(file, part)) throw new InvalidDataException(
            $"expected {file.Size} bytes with the SHA-256 {file.Sha256}, found {new FileInfo(part).Length} bytes with {Sha256(part)}");
    }

    private static bool IsRight(RemoteFile file, string path) => File.Exists(path) && Sha256(path) == file.Sha256;

    private static string Sha256(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
