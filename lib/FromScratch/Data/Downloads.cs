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
        try
        {
            Directory.CreateDirectory(folder);
            // Two kernels that start at once: the second waits, and finds the files.
            using var turn = Turn(cancellation);
            foreach (var file in files)
                if (!IsRight(file, Path.Combine(folder, file.Name))) Get(file, progress, cancellation);
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
            // Ten minutes are more than a download takes; then it is another trouble.
            catch (IOException) when (waited < 6000 && Directory.Exists(folder)) { Thread.Sleep(100); }
        }
    }

    private void Get(RemoteFile file, IProgress<Download>? progress, CancellationToken cancellation)
    {
        var (path, reasons) = (Path.Combine(folder, file.Name), new List<string>());
        foreach (var mirror in mirrors)
        {
            try
            {
                Receive(new(mirror, file.Name), file, path + ".part", progress, cancellation).GetAwaiter().GetResult();
                File.Move(path + ".part", path, overwrite: true);
                return;
            }
            catch (Exception e) when (e is HttpRequestException or HttpIOException or InvalidDataException or TimeoutException)
            {
                reasons.Add($"{mirror.Host}: {e.Message}");
            }
            finally { File.Delete(path + ".part"); }
        }
        throw new IOException($"{file.Name} could not be downloaded ({string.Join("; ", reasons)}).");
    }

    private async Task Receive(Uri uri, RemoteFile file, string part, IProgress<Download>? progress, CancellationToken cancellation)
    {
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var stalled = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            stalled.CancelAfter(TimeSpan.FromSeconds(patienceSeconds));
            using var response = await client.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, stalled.Token).ConfigureAwait(false);
            using var body = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(stalled.Token).ConfigureAwait(false);
            using (var kept = new FileStream(part, FileMode.Create))
            {
                var (buffer, received) = (new byte[1 << 16], 0L);
                for (int count; received <= file.Size && (count = await body.ReadAsync(buffer, stalled.Token).ConfigureAwait(false)) > 0;)
                {
                    kept.Write(buffer, 0, count);
                    progress?.Report(new(file.Name, received += count, file.Size));
                    stalled.CancelAfter(TimeSpan.FromSeconds(patienceSeconds));
                }
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"nothing came for {patienceSeconds} s");
        }
        if (!IsRight(file, part)) throw new InvalidDataException(
            $"expected {file.Size} bytes with the SHA-256 {file.Sha256}, found {new FileInfo(part).Length} bytes with {Sha256(part)}");
    }

    private static bool IsRight(RemoteFile file, string path) => File.Exists(path) && new FileInfo(path).Length == file.Size && Sha256(path) == file.Sha256;

    private static string Sha256(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
