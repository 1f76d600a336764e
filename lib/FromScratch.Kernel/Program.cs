Console.WriteLine("FromScratch");
